-- R43: how a person wants to be written to.
ALTER TABLE "beneficiaire" ADD COLUMN "preference" TEXT NOT NULL DEFAULT 'courriel';
