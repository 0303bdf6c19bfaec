import { InformationCircle } from "@medusajs/icons"
import { useSearchParams } from "react-router-dom"
import type { MatchingCodeView } from "../../../types/http"
import { useIsNarrow } from "../../lib/use-is-narrow"
import { Message, Saying } from "../../ui/message"
import { MorePanel } from "../../ui/more-panel"
import { CodeHeader } from "./code-header"
import { CodeTable } from "./code-table"
import { Legend } from "./legend"
import { Picture } from "./picture/picture"
import { Section } from "../../ui/section"
import { useCodeView } from "./use-code-view"
import { useLight } from "./use-light"
import type { Shown } from "./view-toggle"

/** The narrowest window that has room for the picture; below it the table says the same. */
const PICTURE_FROM_PX = 900

/** A code that was read: its figures, then the picture or the table. */
export function CodeContent({ code }: { code: MatchingCodeView }) {
  const view = useCodeView(code)
  const narrow = useIsNarrow(PICTURE_FROM_PX)
  const [search, setSearch] = useSearchParams()
  const light = useLight()
  const shown: Shown = search.get("view") === "table" ? "table" : "picture"
  const show = (next: Shown) => setSearch(next === "table" ? { view: next } : {}, { replace: true })
  const drawn = !narrow && shown === "picture" && code.links.length > 0
  return (
    <MorePanel>
      <Section>
        <CodeHeader view={view} toggle={narrow || code.links.length === 0 ? null : { shown, onShow: show }} />
      </Section>
      <Section>
        {code.links.length === 0 && <NothingPays view={view} />}
        {drawn && (
          <>
            <Picture view={view} light={light} />
            <div className="sr-only">
              <CodeTable view={view} lit={null} form="read" />
            </div>
            <Legend view={view} lit={light.lit} />
          </>
        )}
        {!drawn && code.to.length > 0 && (
          <CodeTable view={view} lit={light.chosen} form={narrow ? "narrow" : "wide"} />
        )}
      </Section>
    </MorePanel>
  )
}

function NothingPays({ view: { t } }: { view: ReturnType<typeof useCodeView> }) {
  return (
    <div data-empty="">
      <Message icon={InformationCircle} title={t("codePage.empty.title")}>
        <Saying quiet>{t("codePage.empty.text")}</Saying>
      </Message>
    </div>
  )
}
