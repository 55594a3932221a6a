/**
 * Ends this process when the launcher that started it was killed: the channel between them closes.
 * Without a launcher (systemd, tests) there is no channel and nothing happens.
 */
export function endWithLauncher(): void {
  if (!process.channel) return
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
