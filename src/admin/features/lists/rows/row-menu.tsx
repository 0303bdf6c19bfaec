import { ChatBubble, CheckMini, EllipsisHorizontal, FlagMini, PaperClip } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import type { ListedTransactionView } from "../../../../types/http"
import { useMay } from "../../../lib/use-may"
import { GuardedItem } from "../../../ui/guarded-item"
import { useBegin } from "../acts/row-acts"
import { useAttach } from "../notes/use-attachments"
import { useCheck } from "../notes/use-notes"
import { useListSpeech } from "../use-list-speech"

/** What can be done to any row; what somebody may not do stays in its place and says why. */
export function RowMenu({ one }: { one: ListedTransactionView }) {
  const { t, nameOf, ownerOf } = useListSpeech()
  // The menu is gone while the file is sent.
  const { choose } = useAttach(one)
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          type="button"
          aria-label={t("notes.menu", { name: nameOf(one), owner: ownerOf(one) })}
          data-row-menu=""
        >
          <EllipsisHorizontal aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <Items one={one} choose={choose} />
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

interface ItemsProps {
  readonly one: ListedTransactionView
  readonly choose: () => void
}

function Items({ one, choose }: ItemsProps) {
  const { t } = useListSpeech()
  const begin = useBegin()
  const check = useCheck()
  const mayManage = useMay("manage")
  return (
    <>
      {one.to_check ? (
        <GuardedItem icon={CheckMini} right="manage" allowed={mayManage} onSelect={() => check(one)}>
          {t("notes.checkAct")}
        </GuardedItem>
      ) : (
        <GuardedItem
          icon={FlagMini}
          right="manage"
          allowed={mayManage}
          onSelect={() => begin({ act: "note", one, toCheck: true })}
        >
          {t("notes.markAct")}
        </GuardedItem>
      )}
      <GuardedItem
        icon={ChatBubble}
        right="manage"
        allowed={mayManage}
        onSelect={() => begin({ act: "note", one, toCheck: false })}
      >
        {t("notes.addAct")}
      </GuardedItem>
      <GuardedItem icon={PaperClip} right="manage" allowed={mayManage} onSelect={choose}>
        {t("notes.files.add")}
      </GuardedItem>
    </>
  )
}
