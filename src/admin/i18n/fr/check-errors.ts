import type { CheckErrorWords } from "../en/check-errors"

/** What refusals of checks and repairs mean, and what to do about them. */
export const checkErrorsFr: CheckErrorWords = {
  texts: {
    check_not_found: "Ce contrôle n’existe pas.",
    finding_not_found: "Cette anomalie n’existe pas.",
    finding_not_repairable: "Cela ne se répare pas tout seul.",
    finding_gone: "L’anomalie a disparu.",
    order_not_rebuildable: "La commande ne peut pas être reprise en entier.",
  },
  remedies: {
    check_not_found: "Rechargez la liste des contrôles.",
    finding_not_found: "Rechargez la liste des contrôles.",
    finding_not_repairable: "Suivez le remède indiqué.",
    finding_gone: "Relancez un contrôle.",
    order_not_rebuildable: "Annulez d’abord ses échéances, abandons et rejets.",
  },
}
