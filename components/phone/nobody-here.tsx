'use client'
import { useEffect } from 'react'
import { forgetLeaving } from './leave-session'

/** Nobody is signed in here: what was to end has ended, and whoever signs in next stays. */
export function NobodyHere() {
  useEffect(forgetLeaving, [])
  return null
}
