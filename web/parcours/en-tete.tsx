import { jourEnLettres } from '../../domain/courriels/dates-dites';
import type { ComponentChildren, JSX } from 'preact';
import { ditEcart, ditJour } from '../../domain/parcours/dire';
import { hrefListe } from '../liens';
import { joursRestants, RepereEtape } from '../reperes';
import type { PageParcours } from './page';

export function EnTete({ vue, personne, referent, structure, lienTemporal }: PageParcours): JSX.Element {
  return (
    <header class="fiche">
      <nav aria-label="Fil d’Ariane" class="ariane">
        <a href="/">Parcours</a>
        {referent !== null && (
          <>
            <span aria-hidden="true"> › </span>
            <a href={hrefListe(referent.id)}>{referent.nom}</a>
          </>
        )}
      </nav>
      <div class="fiche-titre">
        <h1>{personne.nom}</h1>
        <RepereEtape etape={vue.etape} />
      </div>
      <dl class="fiche-faits">
        <Fait nom="Avant la durée maximale">
          <strong class="grand">
            {vue.sortie === null ? joursRestants(vue.plafond?.joursRestants ?? null) : 'Clos'}
          </strong>
          {vue.plafond !== null && (
            <span class="discret">{`Dernier jour le ${jourEnLettres(vue.plafond.dernierJour)}${vue.plafond.prolonge ? ', prolongé' : ''}`}</span>
          )}
        </Fait>
        <Fait nom="Mois en cours">
          {vue.moisCourant === null ? (
            <span class="discret">Aucun mois ne court</span>
          ) : (
            <>
              <strong>{`Mois ${vue.moisCourant.rang}`}</strong>
              <span class="discret">{`jusqu’au ${jourEnLettres(vue.moisCourant.au)}`}</span>
            </>
          )}
        </Fait>
        <Fait nom="Contrat d’engagement">
          {vue.contrat !== null ? (
            <strong>{`Signé le ${ditJour(vue.contrat.signeLe)}`}</strong>
          ) : (
            <>
              <strong>Non signé</strong>
              {vue.aSignerAvant !== null && (
                <span class="discret">{`à signer le ${jourEnLettres(vue.aSignerAvant)} au plus tard, ${ditEcart(vue.aujourdhui, vue.aSignerAvant)}`}</span>
              )}
            </>
          )}
        </Fait>
        <Fait nom="Référent">
          <strong>{referent?.nom ?? 'À désigner'}</strong>
          <span class="discret">{structure.nom}</span>
        </Fait>
        <Fait nom="Dispositif">
          <strong>{vue.dispositif.libelle}</strong>
          <span class="discret">
            {vue.soumisAuxObligations ? 'Soumis aux obligations' : 'Volontaire, sans obligation'}
            {personne.joignable ? '' : ' · sans adresse électronique'}
          </span>
        </Fait>
      </dl>
      {lienTemporal !== null && (
        <p class="fiche-moteur">
          <a href={lienTemporal}>Voir ce parcours dans le moteur Temporal</a>
        </p>
      )}
    </header>
  );
}

function Fait({
  nom,
  children,
}: {
  readonly nom: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <dt>{nom}</dt>
      <dd>{children}</dd>
    </div>
  );
}
