import type { CodeView } from "../use-code-view"
import type { Light } from "../use-light"
import type { Columns } from "./columns"
import type { Layout } from "./layout"

/** What every part of the picture is drawn of. */
export interface Drawing {
  readonly view: CodeView
  readonly light: Light
  readonly layout: Layout
  readonly columns: Columns
}
