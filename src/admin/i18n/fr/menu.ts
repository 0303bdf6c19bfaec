import type { MenuWords } from "../en/menu"

export const menuFr: MenuWords = {
  menu: {
    title: "Rapprochement",
    unreconciled: "Non rapprochés",
    transactions: "Opérations",
    instalments: "Échéances",
    runs: "Traitements",
    run: "Traitement {{id}}",
    audit: "Audit de la boutique",
    checks: "Contrôles des livres",
    loading: "Chargement des opérations…",
    loadingInstalments: "Chargement des paiements prévus…",
    loadingRuns: "Chargement des traitements…",
    loadingSettings: "Chargement des réglages…",
    none: "Tout est rapproché",
    count_one: "{{count}} opération n’est pas rapprochée",
    count_other: "{{count}} opérations ne sont pas rapprochées",
  },
}
