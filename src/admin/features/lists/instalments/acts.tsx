import { Calendar, EllipsisHorizontal, ExclamationCircle, PencilSquare, XCircle } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import type { ElementType } from "react"
import type { ListedInstalmentView } from "../../../../types/http"
import type { Right } from "../../../../types/rights"
import { useMay } from "../../../lib/use-may"
import { GuardedItem } from "../../../ui/guarded-item"
import { GuardedButton } from "../../../ui/no-right"
import { useListSpeech } from "../use-list-speech"
import { useBegin, type InstalmentAct } from "./instalment-acts"

interface Entry {
  readonly act: InstalmentAct
  readonly icon: ElementType
  readonly right: Right
  readonly word: string
}

const ENTRIES: readonly Entry[] = [
  { act: "postpone", icon: Calendar, right: "manage", word: "account.planned.postpone" },
  { act: "cancel", icon: XCircle, right: "delete", word: "account.planned.cancel" },
  { act: "fail", icon: ExclamationCircle, right: "manage", word: "account.planned.fail" },
  { act: "plan", icon: PencilSquare, right: "manage", word: "instalments.planAgain" },
]

/** The one thing to do about what is late or failed, and what else can be done; nothing of what is paid. */
export function Acts({ one }: { readonly one: ListedInstalmentView }) {
  const { t, ownerOf } = useListSpeech()
  const begin = useBegin()
  const mayManage = useMay("manage")
  const mayDelete = useMay("delete")
  if (one.state === "settled") return null
  const needsMoney = one.state === "failed" || one.days < 0
  const named = { id: one.display_id, owner: ownerOf(one) }
  const step = t("lists.steps.record_payment")
  return (
    <span className="reconciliation-instalment-acts">
      {needsMoney && (
        <GuardedButton
          right="manage"
          allowed={mayManage}
          aria-label={t("lists.steps.of", { step, name: `#${named.id}`, owner: named.owner })}
          data-step="record_payment"
          className="whitespace-nowrap"
          onClick={() => begin({ act: "payment", one })}
        >
          {step}
        </GuardedButton>
      )}
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton
            size="small"
            variant="transparent"
            type="button"
            aria-label={t("instalments.menu", named)}
            data-instalment-menu=""
          >
            <EllipsisHorizontal aria-hidden />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          {ENTRIES.map(({ act, icon, right, word }) => (
            <GuardedItem
              key={act}
              icon={icon}
              right={right}
              allowed={right === "delete" ? mayDelete : mayManage}
              onSelect={() => begin({ act, one })}
            >
              {t(word)}
            </GuardedItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
    </span>
  )
}
