using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trunkline.Store.Migrations;

/// <inheritdoc />
public partial class Team : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropPrimaryKey(
            name: "PK_studies",
            table: "studies");

        migrationBuilder.DropPrimaryKey(
            name: "PK_folders",
            table: "folders");

        migrationBuilder.AddColumn<string>(
            name: "Workspace",
            table: "studies",
            type: "TEXT",
            nullable: false,
            defaultValue: "main");

        migrationBuilder.AddColumn<string>(
            name: "MadeBy",
            table: "plans",
            type: "TEXT",
            nullable: false,
            defaultValue: "local");

        migrationBuilder.AddColumn<string>(
            name: "Recipe",
            table: "plans",
            type: "TEXT",
            nullable: true);

        migrationBuilder.AddColumn<string>(
            name: "Workspace",
            table: "plans",
            type: "TEXT",
            nullable: false,
            defaultValue: "main");

        migrationBuilder.AddColumn<string>(
            name: "Workspace",
            table: "folders",
            type: "TEXT",
            nullable: false,
            defaultValue: "main");

        migrationBuilder.AddPrimaryKey(
            name: "PK_studies",
            table: "studies",
            columns: new[] { "Workspace", "Id" });

        migrationBuilder.AddPrimaryKey(
            name: "PK_folders",
            table: "folders",
            columns: new[] { "Workspace", "Kind", "Id" });

        migrationBuilder.CreateTable(
            name: "audit",
            columns: table => new
            {
                Number = table.Column<long>(type: "INTEGER", nullable: false),
                Ticks = table.Column<long>(type: "INTEGER", nullable: false),
                Who = table.Column<string>(type: "TEXT", nullable: false),
                Workspace = table.Column<string>(type: "TEXT", nullable: false),
                Action = table.Column<string>(type: "TEXT", nullable: false),
                Subject = table.Column<string>(type: "TEXT", nullable: false),
                Detail = table.Column<string>(type: "TEXT", nullable: false),
                Previous = table.Column<string>(type: "TEXT", nullable: false),
                Hash = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audit", x => x.Number);
            });

        migrationBuilder.CreateTable(
            name: "cases",
            columns: table => new
            {
                Workspace = table.Column<string>(type: "TEXT", nullable: false),
                Id = table.Column<string>(type: "TEXT", nullable: false),
                Record = table.Column<string>(type: "TEXT", nullable: false),
                State = table.Column<string>(type: "TEXT", nullable: false),
                Steps = table.Column<string>(type: "TEXT", nullable: false),
                CreatedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                Version = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_cases", x => new { x.Workspace, x.Id });
            });

        migrationBuilder.CreateTable(
            name: "editions",
            columns: table => new
            {
                Number = table.Column<long>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Workspace = table.Column<string>(type: "TEXT", nullable: false),
                Record = table.Column<string>(type: "TEXT", nullable: false),
                CaseId = table.Column<string>(type: "TEXT", nullable: false),
                Author = table.Column<string>(type: "TEXT", nullable: false),
                AcceptedBy = table.Column<string>(type: "TEXT", nullable: false),
                Why = table.Column<string>(type: "TEXT", nullable: false),
                AcceptedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                Files = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_editions", x => x.Number);
            });

        migrationBuilder.CreateTable(
            name: "tokens",
            columns: table => new
            {
                Id = table.Column<string>(type: "TEXT", nullable: false),
                Hash = table.Column<string>(type: "TEXT", nullable: false),
                Holder = table.Column<string>(type: "TEXT", nullable: false),
                Workspace = table.Column<string>(type: "TEXT", nullable: false),
                Role = table.Column<int>(type: "INTEGER", nullable: false),
                CreatedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                ExpiresTicks = table.Column<long>(type: "INTEGER", nullable: false),
                RevokedTicks = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tokens", x => x.Id);
            });

        migrationBuilder.CreateIndex(
            name: "IX_plans_Workspace",
            table: "plans",
            column: "Workspace");

        migrationBuilder.CreateIndex(
            name: "IX_editions_Workspace_CaseId",
            table: "editions",
            columns: new[] { "Workspace", "CaseId" },
            unique: true);

        // The plan that ships is everybody's.
        migrationBuilder.Sql("UPDATE plans SET Workspace = '' WHERE Origin = 'shipped';");
        migrationBuilder.Sql("CREATE TRIGGER audit_is_not_altered BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;");
        migrationBuilder.Sql("CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "audit");

        migrationBuilder.DropTable(
            name: "cases");

        migrationBuilder.DropTable(
            name: "editions");

        migrationBuilder.DropTable(
            name: "tokens");

        migrationBuilder.DropPrimaryKey(
            name: "PK_studies",
            table: "studies");

        migrationBuilder.DropIndex(
            name: "IX_plans_Workspace",
            table: "plans");

        migrationBuilder.DropPrimaryKey(
            name: "PK_folders",
            table: "folders");

        migrationBuilder.DropColumn(
            name: "Workspace",
            table: "studies");

        migrationBuilder.DropColumn(
            name: "MadeBy",
            table: "plans");

        migrationBuilder.DropColumn(
            name: "Recipe",
            table: "plans");

        migrationBuilder.DropColumn(
            name: "Workspace",
            table: "plans");

        migrationBuilder.DropColumn(
            name: "Workspace",
            table: "folders");

        migrationBuilder.AddPrimaryKey(
            name: "PK_studies",
            table: "studies",
            column: "Id");

        migrationBuilder.AddPrimaryKey(
            name: "PK_folders",
            table: "folders",
            columns: new[] { "Kind", "Id" });
    }
}
