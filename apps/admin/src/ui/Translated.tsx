import { useTranslate } from 'react-admin';

/** A text of the catalogue where only a node can be given: in the theme, which is made before a language is chosen. */
export const Translated = ({ id }: { id: string }) => useTranslate()(id);
