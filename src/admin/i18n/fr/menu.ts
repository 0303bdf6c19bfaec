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
    many: "Pas plus de lignes ne sont montrées à la fois. Affinez la liste pour voir les autres, ou enregistrez-la.",
    oldOrders: "Commandes anciennes…",
    loadingInstalments: "Chargement des paiements prévus…",
    loadingRuns: "Chargement des traitements…",
    loadingSettings: "Chargement des réglages…",
    none: "Tout est rapproché",
    count_one: "{{count}} opération n’est pas rapprochée",
    count_other: "{{count}} opérations ne sont pas rapprochées",
  },
}
