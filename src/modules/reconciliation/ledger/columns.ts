import { allocations } from "./tables/allocations"
import { moment } from "./tables/column"
import { openItems } from "./tables/open-items"

/** The columns of an open item as the domain reads them; days and moments as text, never as local dates. */
export const OPEN_ITEM_COLUMNS = openItems.select("i")

/** The columns of an allocation as the domain reads them. */
export const ALLOCATION_COLUMNS = allocations.select("a")

/** Moments as ISO text in UTC. */
export const isoOf = (column: string): string => moment.reading(column)
