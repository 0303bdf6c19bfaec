import { clx } from "@medusajs/ui"
import { useId, type ButtonHTMLAttributes, type ReactNode } from "react"
import { useMore } from "./use-more"

interface MoreProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "title"> {
  /** Names the panel for assistive technology. */
  title: string
  /** Rendered when the panel opens. */
  renderDetails: () => ReactNode
  /** Part of a table whose arrow keys move between its stops. */
  stop?: boolean
}

/** A button that tells more: in passing while the mouse is over it, to stay when clicked or by Enter. */
export function More({ title, renderDetails, stop, className, children, ...button }: MoreProps) {
  const more = useMore()
  const id = useId()
  const content = { id, title, renderDetails }
  return (
    <button
      {...button}
      type="button"
      {...(stop ? { "data-stop": "", tabIndex: -1 } : {})}
      aria-haspopup="dialog"
      aria-expanded={false}
      className={clx("outline-none focus-visible:shadow-borders-interactive-with-focus rounded", className)}
      onClick={(event) => more.toggle(event.currentTarget, content)}
      onPointerEnter={(event) => event.pointerType === "mouse" && more.hover(event.currentTarget, content)}
      onPointerLeave={() => more.leave()}
    >
      {children}
    </button>
  )
}
