import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { useParams, type UIMatch } from "react-router-dom"
import { ListLoading } from "../../../../features/lists/list-loading"
import { late } from "../../../../lib/late"

const RunPage = late(async () => (await import("../../../../features/pages")).RunPage)

/** A run: how far it is, or what it did. */
const RunRoute = () => {
  const { id = "" } = useParams()
  return (
    <Suspense fallback={<ListLoading title="runs" />}>
      <RunPage key={id} id={id} />
    </Suspense>
  )
}

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: ({ params }: UIMatch) => getI18n().t("reconciliation.menu.run", { id: params["id"] }),
}

export default RunRoute
