/** The database as a process that serves opens it: alone, where it is a SQLite file. */
import { openDatabase, type DatabaseConfig, type EntityClass, type OpenDatabase } from './data-source.js';
import { lockFile } from './file-lock.js';

/** @throws FileLocked where another process owns the SQLite file */
export async function openOwnedDatabase(config: DatabaseConfig, entities: readonly EntityClass[], now: Date): Promise<OpenDatabase> {
  if (config.kind !== 'sqlite') return openDatabase(config, entities);
  const lock = lockFile(config.file, now);
  try {
    const opened = await openDatabase(config, entities);
    const close = async (): Promise<void> => {
      await opened.close();
      lock.release();
    };
    return { ...opened, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}
