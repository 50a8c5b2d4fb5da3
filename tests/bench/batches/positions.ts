import type mysql from 'mysql2/promise';
import { v7 } from 'uuid';

const DAY_MS = 86_400_000;

/** More shifts of the activities that are open, spread over three weeks, each with the positions of the one that it was copied from. */
export async function addPositions(connection: mysql.Connection, count: number): Promise<void> {
  const [shifts] = await connection.query<mysql.RowDataPacket[]>("SELECT s.* FROM shifts s JOIN activities a ON a.id = s.activity_id WHERE a.state = 'open' AND s.cancelled_at IS NULL AND s.starts_at > UTC_TIMESTAMP() AND a.last_at > UTC_TIMESTAMP() ORDER BY s.id");
  const [positions] = await connection.query<mysql.RowDataPacket[]>('SELECT * FROM positions WHERE shift_id IN (?) ORDER BY id', [shifts.map((shift) => String(shift['id']))]);
  const moved = (instant: unknown, days: number): Date => new Date(new Date(String(instant)).getTime() + days * DAY_MS);
  for (let made = 0, round = 0; made < count; round += 1) {
    for (const shift of shifts) {
      const id = v7();
      const days = Math.round((Date.now() - new Date(String(shift['starts_at'])).getTime()) / DAY_MS) + 4 + ((round * 7 + made) % 20);
      await connection.query('INSERT INTO shifts SET ?', [{ ...shift, id, starts_at: moved(shift['starts_at'], days), ends_at: moved(shift['ends_at'], days) }]);
      for (const position of positions.filter((one) => one['shift_id'] === shift['id'])) {
        await connection.query('INSERT INTO positions SET ?', [{ ...position, id: v7(), shift_id: id, confirmed: 0 }]);
        made += 1;
      }
      if (made >= count) break;
    }
  }
  await connection.query("UPDATE activities a SET a.last_at = (SELECT MAX(s.ends_at) FROM shifts s WHERE s.activity_id = a.id) WHERE a.state = 'open'");
}
