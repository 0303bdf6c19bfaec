import { InformationCircle } from "@medusajs/icons"
import { Container, Text } from "@medusajs/ui"
import type { RunView } from "../../../../types/http"
import { useListSpeech } from "../../lists/use-list-speech"

/** Nobody has to wait here, and what stopping would do. */
export function MayLeave({ run }: { readonly run: RunView }) {
  const { t } = useListSpeech()
  return (
    <Container className="flex items-start gap-x-3 px-6 py-3">
      <InformationCircle aria-hidden className="text-ui-fg-subtle mt-1 shrink-0" />
      <div className="min-w-0">
        <Text size="small" weight="plus">
          {t("runs.page.leave")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("runs.page.leaveText")}{" "}
          {t(run.kind === "undo" ? "runs.page.stopUndoText" : "runs.page.stopText")}
        </Text>
      </div>
    </Container>
  )
}
