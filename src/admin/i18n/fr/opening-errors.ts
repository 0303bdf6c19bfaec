import type { OpeningErrorWords } from "../en/opening-errors"

export const openingErrorsFr: OpeningErrorWords = {
  texts: {
    opening_due_of_money: "Ce que le client possède n’a pas d’échéance.",
    opening_in_future: "Un solde d’ouverture porte une date à venir.",
    opening_looks_posted: "Le même solde d’ouverture existe déjà.",
    opening_not_found: "Ce solde d’ouverture n’existe pas.",
    opening_not_owed: "Rien n’est dû de ce solde d’ouverture.",
    opening_stays:
      "Le solde d’ouverture a continué ailleurs, ou ne peut pas être séparé de ce qui l’a soldé.",
    opening_undated: "Le solde d’ouverture n’a pas de date.",
    opening_undone: "Le solde d’ouverture est déjà annulé.",
    opening_used: "Le solde d’ouverture est désormais payé ou utilisé.",
    opening_without_currency: "Le solde d’ouverture n’a pas de devise.",
    opening_credit_not_open: "Un crédit cité n’a plus rien d’ouvert sur ce compte.",
    opening_without_money: "Rien au compte ne peut le payer.",
  },
  remedies: {
    opening_due_of_money: "Laissez l’échéance vide.",
    opening_in_future: "Saisissez un jour passé, ou aujourd’hui.",
    opening_looks_posted: "Retirez la ligne, ou dites que c’en est un autre.",
    opening_not_found: "Rechargez la page et choisissez-le à nouveau.",
    opening_not_owed: "Choisissez-en un qui reste ouvert.",
    opening_stays: "Annulez d’abord le déplacement, la restitution ou la reprise.",
    opening_undated: "Saisissez une date, ou le jour où les comptes commencent.",
    opening_undone: "Il n’y a rien à faire.",
    opening_used: "Désaffectez-le d’abord, ou annulez-le avec cela.",
    opening_without_currency: "Choisissez une devise.",
    opening_credit_not_open: "Citez des crédits encore ouverts, ou n’en citez aucun.",
    opening_without_money: "Enregistrez d’abord un paiement du client.",
  },
}
