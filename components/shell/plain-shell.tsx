import { PlainFrame, type PlainFrameProps } from './plain-frame'
import { Switches } from './switches'

/** Everything around a page that needs nobody signed in. */
export function PlainShell(props: Omit<PlainFrameProps, 'switches'>) {
  return <PlainFrame {...props} switches={<Switches />} />
}
