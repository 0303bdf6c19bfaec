/** What a store needs to write a strategy of its own; see examples/own-strategy. */
export type { OpenLine, OwnStrategy, Share } from "../modules/reconciliation/domain/allocation/own-strategy"
