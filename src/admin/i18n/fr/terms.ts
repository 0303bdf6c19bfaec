import type { TermsWords } from "../en/terms"

export const termsFr: TermsWords = {
  terms: {
    title: "Conditions de paiement",
    about:
      "Commande #{{id}}. Ce qui reste ouvert, et ce qui sera facturé ensuite, échoit selon ces conditions ; ce qui est payé reste tel quel.",
    kind: "Échéance",
    kinds: {
      days: "Un nombre de jours après la commande",
      end_of_month: "À la fin d’un mois",
      on_delivery: "À la livraison",
    },
    daysOf: {
      days: "Jours après la commande",
      end_of_month: "Jours, puis jusqu’à la fin du mois",
      on_delivery: "Jours après la livraison",
    },
    dayOfNextMonth: "Jour du mois suivant",
    endOfMonthHint: "Vide pour le dernier jour du mois.",
    faults: {
      days: "Un nombre entier de 0 à 3 650.",
      dayOfNextMonth: "Un jour de 1 à 31.",
    },
    typeFirst: "Écrivez les jours, et vous verrez ici quand chaque article échoit.",
    same: "Ce sont les conditions que la commande a déjà.",
    nothingOpen: "Rien de cette commande n’est ouvert : aucun jour ne change.",
    waits: "attend sa livraison",
    partWaits: "{{date}}, une partie attend sa livraison",
    act: "Enregistrer les conditions",
    done: "Les conditions de #{{id}} sont enregistrées",
    said: {
      atOnce: "Payable tout de suite",
      days_one: "{{count}} jour",
      days_other: "{{count}} jours",
      endOfMonth: "Fin de mois",
      endOfMonthOn: "Le {{day}} du mois suivant",
      daysToEnd_one: "{{count}} jour, {{end}}",
      daysToEnd_other: "{{count}} jours, {{end}}",
      toEnd: "fin de mois",
      toDay: "le {{day}} du mois suivant",
      onDelivery: "À la livraison",
      afterDelivery_one: "{{count}} jour après la livraison",
      afterDelivery_other: "{{count}} jours après la livraison",
      due: "{{terms}}, échéance le {{date}}",
      waits: "{{terms}}, attend sa livraison",
    },
  },
}
