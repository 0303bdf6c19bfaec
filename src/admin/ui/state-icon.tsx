import type { ReactNode } from "react"
import type { ReconciliationState } from "../../types/http"

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.5,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const

const SHAPES: Record<ReconciliationState, ReactNode> = {
  full: (
    <g {...line}>
      <circle cx="7.5" cy="7.5" r="5.75" />
      <path d="m5 7.75 1.75 1.75 3.25-4" />
    </g>
  ),
  partial: (
    <>
      <circle cx="7.5" cy="7.5" r="5.75" {...line} />
      <path d="M7.5 1.75a5.75 5.75 0 0 0 0 11.5Z" fill="currentColor" />
    </>
  ),
  none: (
    <g {...line}>
      <path d="M7.5 1.9 13.6 12.6a.4.4 0 0 1-.35.6H1.75a.4.4 0 0 1-.35-.6Z" />
      <path d="M7.5 6v3.25M7.5 11.2v.05" />
    </g>
  ),
  planned: (
    <g {...line}>
      <rect x="1.9" y="1.9" width="11.2" height="11.2" rx="2.25" />
      <path d="m4.9 7.75 1.85 1.85 3.4-4.2" />
    </g>
  ),
  error: (
    <>
      <circle cx="7.5" cy="7.5" r="6.5" fill="currentColor" />
      <path d="M7.5 4.1v3.9M7.5 10.7v.05" stroke="var(--bg-base)" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
}

/** ✓ ◐ ⚠ ☑ ! drawn at the host's icon size; always beside words, so hidden from assistive technology. */
export function StateIcon({ state, className }: { state: ReconciliationState; className?: string }) {
  return (
    <svg aria-hidden width="15" height="15" viewBox="0 0 15 15" className={className}>
      {SHAPES[state]}
    </svg>
  )
}
