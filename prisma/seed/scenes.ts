type Scene = (number: number) => string

/** A figure between 0 and 1 that a number always gives again. */
const some = (number: number, salt: number) => Math.abs(Math.sin(number * 12.9898 + salt * 78.233))

const skies = ['#a9cfe8', '#c4dcea', '#dfe3e4', '#f0d9b5']
const greens = ['#5d8a45', '#6f9b4e', '#4f7d52', '#7fa35a']
const of = (list: readonly string[], number: number) => list[number % list.length] ?? ''

function hills(number: number): string {
  const peaks = [0, 1, 2, 3].map((index) => {
    const top = 230 - some(number, index) * 110
    const at = index * 230 - 60
    return `<path d="M${at} 360 Q${at + 130} ${top} ${at + 290} 360 Z" fill="#7d97a0" opacity="${0.55 + index * 0.1}"/>`
  })
  return `<rect width="800" height="600" fill="${of(skies, number)}"/>${peaks.join('')}<rect y="350" width="800" height="250" fill="${of(greens, number)}"/>`
}

const tree = (x: number, y: number, fruit: string) =>
  `<rect x="${x - 4}" y="${y}" width="8" height="34" fill="#6b4f35"/><circle cx="${x}" cy="${y - 12}" r="34" fill="#3f6b35"/>${[
    [-14, -20],
    [10, -26],
    [2, -4],
    [18, -8],
    [-20, -4],
  ]
    .map(([dx = 0, dy = 0]) => `<circle cx="${x + dx}" cy="${y + dy}" r="5" fill="${fruit}"/>`)
    .join('')}`

/** An orchard in rows. */
const orchard: Scene = (number) => {
  const fruit = number % 2 === 0 ? '#e58a2c' : '#d9c53d'
  const rows = [0, 1, 2].map((row) =>
    Array.from({ length: 7 }, (_, column) =>
      tree(50 + column * 115 + row * 30, 400 + row * 75, fruit),
    ).join(''),
  )
  return hills(number) + rows.join('')
}

/** A village road, its concrete new. */
const road: Scene = (number) =>
  `${hills(number)}<path d="M330 600 L390 352 L420 352 L560 600 Z" fill="#c9c6bf"/><path d="M440 590 L405 360" stroke="#f4f2ec" stroke-width="5" stroke-dasharray="28 20"/>${[
    0, 1, 2, 3,
  ]
    .map(
      (index) =>
        `<rect x="${610 - index * 48}" y="${470 - index * 36}" width="6" height="${90 - index * 18}" fill="#8d8f92"/>`,
    )
    .join('')}`

/** A meeting room of a village committee, before anybody has come. */
const room: Scene = (number) =>
  `<rect width="800" height="600" fill="#efe9df"/><rect y="420" width="800" height="180" fill="#b9a88f"/><rect x="60" y="90" width="190" height="160" fill="${of(skies, number)}" stroke="#8b7d68" stroke-width="8"/><rect x="330" y="80" width="400" height="60" fill="#a8322a"/><rect x="200" y="380" width="420" height="26" fill="#8a5a35"/><rect x="220" y="406" width="14" height="120" fill="#754b2b"/><rect x="586" y="406" width="14" height="120" fill="#754b2b"/>${[
    0, 1, 2, 3, 4,
  ]
    .map(
      (index) =>
        `<rect x="${220 + index * 82}" y="300" width="52" height="70" rx="6" fill="#5f6f7c"/><rect x="${236 + index * 82}" y="366" width="22" height="16" fill="#fdfcf8"/>`,
    )
    .join('')}`

/** Fields beside an irrigation channel. */
const channel: Scene = (number) =>
  `${hills(number)}${Array.from(
    { length: 8 },
    (_, index) =>
      `<path d="M${index * 105} 600 L${300 + index * 28} 356" stroke="#a9bf6c" stroke-width="${14 + some(number, index) * 6}"/>`,
  ).join(
    '',
  )}<path d="M560 600 Q520 470 470 352 L500 352 Q590 470 690 600 Z" fill="#6ea3bd" stroke="#b7b1a4" stroke-width="10"/>`

/** Houses below the hills. */
const village: Scene = (number) =>
  hills(number) +
  [0, 1, 2, 3]
    .map((index) => {
      const x = 60 + index * 180
      const y = 330 + some(number, index + 7) * 60
      return `<rect x="${x}" y="${y}" width="130" height="90" fill="#ece6da"/><path d="M${x - 14} ${y} L${x + 65} ${y - 52} L${x + 144} ${y} Z" fill="#77473a"/><rect x="${x + 50}" y="${y + 36}" width="32" height="54" fill="#7b6a55"/><rect x="${x + 14}" y="${y + 22}" width="24" height="24" fill="#8fb3c6"/>`
    })
    .join('')

export const scenes: readonly [Scene, ...Scene[]] = [orchard, road, room, channel, village]
