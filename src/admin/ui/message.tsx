import { Text } from "@medusajs/ui"
import type { ElementType, ReactNode } from "react"

interface MessageProps {
  icon: ElementType
  title: string
  children: ReactNode
  /** The way out: one button at most. */
  action?: ReactNode
  tone?: "calm" | "error" | "done"
  /** Read out at once: for what went wrong. */
  alert?: boolean
}

/** Says in the middle of an empty place why it is empty, and what to do. */
export function Message({ icon: Icon, title, children, action, tone = "calm", alert }: MessageProps) {
  return (
    <div
      role={alert ? "alert" : undefined}
      className="flex flex-col items-center gap-y-1 text-center reconciliation-message"
    >
      <span aria-hidden className="reconciliation-sign" data-tone={tone}>
        <Icon />
      </span>
      <Text size="large" leading="compact" weight="plus" className="max-w-md break-words">
        {title}
      </Text>
      {children}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}

/** A sentence of a message. */
export function Saying({
  children,
  quiet,
  lang,
}: {
  children: ReactNode
  quiet?: boolean
  lang?: string | undefined
}) {
  return (
    <Text
      size="small"
      lang={lang}
      className={
        quiet ? "text-ui-fg-subtle max-w-md text-pretty break-words" : "max-w-md text-pretty break-words"
      }
    >
      {children}
    </Text>
  )
}
