/** The password of every demo account; everybody may know it. */
export const demoPassword = 'Luzhai-demo-2026'
