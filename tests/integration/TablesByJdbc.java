// What a tool that uses JDBC sees: java -cp postgresql.jar TablesByJdbc.java URL USER PASSWORD
import java.sql.*;

public class TablesByJdbc {
    static int count(ResultSet rows, String needed) throws SQLException {
        int count = 0;
        while (rows.next()) if (needed == null || rows.getString(needed) != null) count++;
        return count;
    }

    public static void main(String[] given) throws SQLException {
        try (Connection server = DriverManager.getConnection(given[0], given[1], given[2])) {
            DatabaseMetaData found = server.getMetaData();
            System.out.println("tables " + count(found.getTables(null, "marts", "%", new String[] {"TABLE", "VIEW"}), "REMARKS"));
            System.out.println("columns " + count(found.getColumns(null, "marts", "events", "%"), "REMARKS"));
            System.out.println("primary " + count(found.getPrimaryKeys(null, "marts", "event_participants"), null));
            System.out.println("foreign " + count(found.getImportedKeys(null, "marts", "event_reports"), null));
            PreparedStatement asked = server.prepareStatement("select count(*) from marts.events where origin_count >= ?");
            asked.setInt(1, 1);
            ResultSet answer = asked.executeQuery();
            answer.next();
            System.out.println("events " + answer.getInt(1));
        }
    }
}
