import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { useParams, type UIMatch } from "react-router-dom"
import { CodeCrumb } from "../../../../../../features/code/code-crumb"
import { CodeLoading } from "../../../../../../features/code/code-loading"
import { late } from "../../../../../../lib/late"

const CodePage = late(async () => (await import("../../../../../../features/pages")).CodePage)

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
  breadcrumb: ({ params }: UIMatch) => (
    <CodeCrumb accountId={params["id"] ?? ""} rank={params["code"] ?? ""} />
  ),
  seo: () => ({ title: getI18n().t("reconciliation.codePage.title") }),
}

export default CodeRoute
