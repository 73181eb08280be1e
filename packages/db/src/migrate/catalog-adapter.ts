import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { Pool, type QueryConfig } from "pg";

/** PostgreSQL's types `"char"` (one byte, used in its own catalogue) and `text`. */
const catalogChar = 18;
const text = 25;

/**
 * Prisma's PostgreSQL adapter for Prisma's schema engine. The engine reads `"char"` columns of the catalogue, as
 * characters; the adapter alone has no type for them and refuses. Here they pass the adapter as text, and are called
 * characters afterwards. The engine asks one thing after the other, so one list of columns is enough.
 */
export function catalogAdapter(url: string): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  close(): Promise<void>;
} {
  const pool = new Pool({ connectionString: url, max: 1 });
  let characterColumns: number[] = [];
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: QueryConfig, values?: unknown[]) => {
      const result = await query(config, values);
      characterColumns = result.fields.flatMap((field, index) => (field.dataTypeID === catalogChar ? [index] : []));
      for (const index of characterColumns) Object.assign(result.fields[index] ?? {}, { dataTypeID: text });
      return result;
    },
  });
  const factory: SqlMigrationAwareDriverAdapterFactory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql) => {
      const result = await queryRaw(sql);
      for (const index of characterColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return { factory, close: () => pool.end() };
}
