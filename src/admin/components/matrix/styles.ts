/** The first column stays while the rest scrolls sideways; the border lives on cells because a collapsed one would scroll away. */
const cell = "border-ui-border-base border-b px-3 align-top"
export const NUMBER = `${cell} py-2 text-end tabular-nums whitespace-nowrap`
export const FIRST = `${cell} bg-ui-bg-base sticky start-0 z-10 border-e py-2 ps-6 text-start font-normal w-[230px] min-w-[140px] sm:min-w-[180px] max-w-[230px]`
/** The Unallocated column stays in sight too, where there is room for it. */
export const LAST = "sm:sticky sm:end-0 sm:z-10 border-s pe-6"
export const HEAD = `${cell} bg-ui-bg-subtle py-2 font-normal`
export const STOP_TEXT =
  "underline decoration-dotted decoration-ui-border-strong underline-offset-4 hover:text-ui-fg-interactive -mx-1 px-1"
