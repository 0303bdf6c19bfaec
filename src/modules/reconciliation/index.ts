import { Module } from "@medusajs/framework/utils"
import ReconciliationModuleService from "./service"

/** The module's name in the host's container. */
export const RECONCILIATION_MODULE = "reconciliation"

export default Module(RECONCILIATION_MODULE, { service: ReconciliationModuleService })
