import {
  ArrowPath,
  ArrowUturnLeft,
  Calendar,
  DocumentText,
  EllipsisHorizontal,
  MinusCircle,
  Trash,
} from "@medusajs/icons"
import { DropdownMenu, IconButton, toast } from "@medusajs/ui"
import type { ElementType } from "react"
import type { Right } from "../../../../types/rights"
import type { RequestError } from "../../../lib/client"
import { errorWords } from "../../../lib/errors"
import { useMay } from "../../../lib/use-may"
import { useWords } from "../../../lib/use-words"
import type { OrderAct } from "../../../ui/beside"
import { GuardedItem } from "../../../ui/guarded-item"
import { MayLook } from "../../../ui/read-only"
import { useReconcileOrder } from "../use-order-reconciliation"

interface PageMenuProps {
  orderId: string
  canEdit: boolean
  onDelete?: (() => void) | undefined
  onAct?: ((act: OrderAct) => void) | undefined
}

const ACTS: readonly { act: OrderAct; icon: ElementType; right: Right }[] = [
  { act: "refund", icon: ArrowUturnLeft, right: "manage" },
  { act: "plan", icon: Calendar, right: "manage" },
  { act: "terms", icon: DocumentText, right: "manage" },
  { act: "writeOff", icon: MinusCircle, right: "write_off" },
]

/** What can be done with the whole of an order; what somebody may not do stays in its place and says why. */
export function PageMenu({ orderId, canEdit, onDelete, onAct }: PageMenuProps) {
  const { t } = useWords()
  const reconcile = useReconcile(orderId)
  const mayRun = useMay("run")
  const may: Partial<Record<Right, boolean>> = { manage: canEdit, write_off: useMay("write_off") }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          type="button"
          aria-label={t("page.more")}
          data-page-menu=""
        >
          <EllipsisHorizontal aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {onAct &&
          ACTS.map(({ act, icon, right }) => (
            <GuardedItem
              key={act}
              icon={icon}
              right={right}
              allowed={may[right] ?? false}
              onSelect={() => onAct(act)}
            >
              {t(`orderActs.menu.${act}`)}
            </GuardedItem>
          ))}
        <GuardedItem icon={ArrowPath} right="run" allowed={mayRun} onSelect={reconcile}>
          {t("reconcile.action")}
        </GuardedItem>
        {onDelete && (
          <GuardedItem icon={Trash} right="manage" allowed={canEdit} onSelect={onDelete}>
            {t("page.deleteAll")}
          </GuardedItem>
        )}
        {!(canEdit && mayRun) && <MayLook />}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

/** Reads the order again and places what can be; says what came of it. */
function useReconcile(orderId: string): () => void {
  const { t, has } = useWords()
  const { mutate, isPending } = useReconcileOrder(orderId)
  const say = {
    onSuccess: () => toast.success(t("reconcile.done")),
    onError: ({ message, body }: RequestError) => {
      const said = body && errorWords(body, { t, has })
      toast.error(t("reconcile.failed"), { description: said ? `${said.text} ${said.remedy}` : message })
    },
  }
  return () => {
    if (!isPending) mutate(undefined, say)
  }
}
