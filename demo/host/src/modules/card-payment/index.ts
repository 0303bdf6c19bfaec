import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { CardPaymentProvider } from "./service"

/** Offered to the store as `pp_card_demo`. */
export default ModuleProvider(Modules.PAYMENT, { services: [CardPaymentProvider] })
