/** How the switches of language and text size look, wherever they stand. */
export const switchLook =
  'flex min-h-(--control) items-center whitespace-nowrap rounded-md px-2 text-md text-ink-2 hover:text-ink'
