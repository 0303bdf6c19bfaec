import type { NavigateFunction } from "react-router-dom"

/** Back to where a dialog was opened; who came by an address of its own stays on the page beneath. */
export function closing(navigate: NavigateFunction, state: unknown, beneath: string): void {
  void (isStep(state) ? navigate(-1) : navigate(beneath, { replace: true }))
}

/** Whether a page of ours led here, so that there is one to go back to. */
const isStep = (state: unknown): boolean =>
  typeof state === "object" && state !== null && "isStep" in state && state.isStep === true
