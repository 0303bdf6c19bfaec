import { nameOfProvider, sentence } from "../../../lib/labels"

/** What a payment provider is called: the host knows it by its id alone, "pp_stripe-ideal_eu". */
export const providerWords = (id: string): string => sentence(nameOfProvider(id))
