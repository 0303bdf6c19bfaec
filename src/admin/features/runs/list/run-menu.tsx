import { ArrowDownTray, ArrowUpRightOnBox, ArrowUturnLeft, EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { Link, useNavigate } from "react-router-dom"
import type { RunView } from "../../../../types/http"
import { runPath, undoRunPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import { GuardedItem } from "../../../ui/guarded-item"
import { useListSpeech } from "../../lists/use-list-speech"
import { isUndoable } from "../standing"
import { useRunFile } from "../use-run-file"

/** What can be done with a run from its row. */
export function RunMenu({ run }: { readonly run: RunView }) {
  const { t } = useListSpeech()
  const navigate = useNavigate()
  const [mayRun, mayExport] = [useMay("run"), useMay("export")]
  const { save } = useRunFile(run.id)
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          type="button"
          aria-label={t("runs.menu", { id: run.id })}
          data-run-menu=""
        >
          <EllipsisHorizontal aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <DropdownMenu.Item asChild className="gap-x-2">
          <Link to={runPath(run.id)}>
            <ArrowUpRightOnBox aria-hidden className="text-ui-fg-subtle" />
            {t("runs.open")}
          </Link>
        </DropdownMenu.Item>
        <GuardedItem icon={ArrowDownTray} right="export" allowed={mayExport} onSelect={save}>
          {t("runs.page.csv")}
        </GuardedItem>
        {isUndoable(run) && (
          <GuardedItem
            icon={ArrowUturnLeft}
            right="run"
            allowed={mayRun}
            onSelect={() => void navigate(undoRunPath(run.id), { state: { isStep: true } })}
          >
            {t("runs.page.undo")}
          </GuardedItem>
        )}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
