import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { lazy, Suspense } from "react"

const TopbarBadge = lazy(() => import("../features/lists/topbar-badge"))

/** How much is not reconciled, beside the notifications; it comes after the page itself. */
const TopbarCountWidget = () => (
  <Suspense>
    <TopbarBadge />
  </Suspense>
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-reconciliation.topbar",
  zone: "topbar",
})

export default TopbarCountWidget
