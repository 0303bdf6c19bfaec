import { lazy, Suspense } from "react"
import { getI18n } from "react-i18next"
import { useParams } from "react-router-dom"
import { CodeLoading } from "../../../../../../features/code/code-loading"

const CodePage = lazy(() => import("../../../../../../features/code/code-page"))

/** What shares a matching code; the code is named by its rank. It is opened from where a code stands, so no entry. */
const CodeRoute = () => {
  const { id = "", code = "" } = useParams()
  return (
    <Suspense fallback={<CodeLoading />}>
      <CodePage accountId={id} rank={code} />
    </Suspense>
  )
}

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.codePage.title"),
}

export default CodeRoute
