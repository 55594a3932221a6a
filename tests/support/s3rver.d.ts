/** As much of the S3 server of the tests as they use. */
declare module 's3rver' {
  // biome-ignore lint/style/noDefaultExport: so it is published
  export default class S3rver {
    constructor(options: {
      address: string
      port: number
      silent: boolean
      directory: string
      configureBuckets: { name: string }[]
    })
    run(): Promise<{ address: string; port: number }>
    close(): Promise<void>
  }
}
