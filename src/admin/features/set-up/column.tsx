import { Heading, Text } from "@medusajs/ui"
import { useEffect, useRef, type ReactNode } from "react"
import type { SettingsView } from "../../../types/http"
import { useWords } from "../../lib/use-words"
import type { Desk } from "./use-desk"

export interface StepProps {
  readonly desk: Desk
  readonly settings: SettingsView
}

interface ColumnProps {
  readonly desk: Desk
  readonly title: string
  readonly about: ReactNode
  readonly children: ReactNode
}

/** A step under its question. Who may not change it sees it as it is, and why. */
export function Column({ desk, title, about, children }: ColumnProps) {
  const { t } = useWords()
  const top = useRef<HTMLDivElement>(null)
  // Who goes on by key reads on from here; the tabs keep the focus while they are gone through.
  useEffect(() => {
    if (document.activeElement?.getAttribute("role") !== "tab") top.current?.focus()
  }, [])
  return (
    <div className="reconciliation-set-up-column">
      <div ref={top} tabIndex={-1} className="flex flex-col gap-y-1 outline-none">
        <Heading level="h1">{title}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {about}
        </Text>
        {!desk.mayManage && (
          <Text size="small" className="text-ui-tag-orange-text" data-may-look="">
            {t("setUp.mayLook")}
          </Text>
        )}
      </div>
      <fieldset disabled={!desk.mayManage}>{children}</fieldset>
    </div>
  )
}
