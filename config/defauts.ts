/** Where `npm start` puts the database; `npx prisma migrate dev` finds it there without any variable. */
export const ADRESSE_DE_DEVELOPPEMENT = 'postgresql://postgres:jalons@127.0.0.1:5433/jalons';
export const EXPEDITEUR_DE_DEMONSTRATION = 'Jalons <ne-pas-repondre@jalons.example.org>';
