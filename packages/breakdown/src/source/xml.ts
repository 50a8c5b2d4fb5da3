import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { PaperProblem } from '../problem.js';
import type { Archive } from './zip.js';

/** What a reader of XML wants to hear. Names come without their namespace prefix. */
export interface XmlHandler {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** UTF-16 is legal in Office files and told by its byte order mark; all else is UTF-8. */
function decoderFor(first: Uint8Array): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}

/**
 * Streams one part of an archive through a SAX parser. A document type is refused whole: Office never writes one, and entities are the way
 * in for file disclosure and for expansion bombs.
 */
export async function readXml(archive: Archive, part: string, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let attributes: Record<string, string> = {};
  const attribute = (name: string): string | undefined => {
    if (name in attributes) return attributes[name];
    for (const [key, value] of Object.entries(attributes)) if (localName(key) === name) return value;
    return undefined;
  };
  const refuse = (): never => {
    throw new PaperProblem('paper.malformed', 'save_as_docx', { params: { part, reason: 'doctype' } });
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    attributes = tag.attributes;
    handler.open?.(localName(tag.name), attribute);
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', (tag) => handler.close?.(localName(tag.name)));
  let decoder: TextDecoder | null = null;
  try {
    for await (const chunk of archive.chunks(part)) {
      decoder ??= decoderFor(chunk);
      const text = decoder.decode(chunk, { stream: true });
      // saxes reports a document type only once it is complete; its beginning is reason enough.
      if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) refuse();
      parser.write(text);
    }
    parser.write(decoder?.decode() ?? '').close();
  } catch (error) {
    if (error instanceof PaperProblem) throw error;
    throw new PaperProblem('paper.malformed', 'upload_again', { params: { part }, cause: error });
  }
}
