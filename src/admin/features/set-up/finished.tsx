import { CheckCircle } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { SetUpDone } from "../../../types/http"
import { overviewPath, runPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { Message, Saying } from "../../ui/message"
import { counted } from "../runs/run-words"

/** What finishing did, and where that is to be seen. */
export function Finished({ done: { settings, opening, history } }: { readonly done: SetUpDone }) {
  const words = useWords()
  const { t } = words
  const said = [
    settings &&
      settings.changed > 0 &&
      counted(words, "setUp.finished.settings", { count: settings.changed }),
    opening && counted(words, "setUp.finished.opening", { count: opening.recorded }),
    history && t("setUp.finished.history", { id: history.run_id }),
  ].filter((one) => typeof one === "string")
  return (
    <div className="reconciliation-set-up-body" data-finished={history?.run_id ?? ""} aria-live="polite">
      <Message
        icon={CheckCircle}
        tone="done"
        title={t("setUp.finished.title")}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            {history && (
              <Button size="small" variant="secondary" asChild>
                <Link to={runPath(history.run_id)} data-to-run="">
                  {t("setUp.finished.toRun")}
                </Link>
              </Button>
            )}
            <Button size="small" asChild>
              <Link to={overviewPath}>{t("setUp.finished.toOverview")}</Link>
            </Button>
          </span>
        }
      >
        <Saying>{t("setUp.finished.about")}</Saying>
        {(said.length > 0 ? said : [t("setUp.finished.nothing")]).map((one) => (
          <Saying key={one} quiet>
            {one}
          </Saying>
        ))}
      </Message>
    </div>
  )
}
