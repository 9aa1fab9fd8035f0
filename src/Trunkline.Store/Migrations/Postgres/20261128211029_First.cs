using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Trunkline.Store.Migrations.Postgres;

/// <inheritdoc />
public partial class First : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "audit",
            columns: table => new
            {
                Number = table.Column<long>(type: "bigint", nullable: false),
                Ticks = table.Column<long>(type: "bigint", nullable: false),
                Who = table.Column<string>(type: "text", nullable: false),
                Workspace = table.Column<string>(type: "text", nullable: false),
                Action = table.Column<string>(type: "text", nullable: false),
                Subject = table.Column<string>(type: "text", nullable: false),
                Detail = table.Column<string>(type: "text", nullable: false),
                Previous = table.Column<string>(type: "text", nullable: false),
                Hash = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audit", x => x.Number);
            });

        migrationBuilder.CreateTable(
            name: "cases",
            columns: table => new
            {
                Workspace = table.Column<string>(type: "text", nullable: false),
                Id = table.Column<string>(type: "text", nullable: false),
                Record = table.Column<string>(type: "text", nullable: false),
                State = table.Column<string>(type: "text", nullable: false),
                Steps = table.Column<string>(type: "text", nullable: false),
                CreatedTicks = table.Column<long>(type: "bigint", nullable: false),
                Version = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_cases", x => new { x.Workspace, x.Id });
            });

        migrationBuilder.CreateTable(
            name: "contents",
            columns: table => new
            {
                Hash = table.Column<string>(type: "text", nullable: false),
                Packed = table.Column<byte[]>(type: "bytea", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_contents", x => x.Hash);
            });

        migrationBuilder.CreateTable(
            name: "editions",
            columns: table => new
            {
                Number = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Workspace = table.Column<string>(type: "text", nullable: false),
                Record = table.Column<string>(type: "text", nullable: false),
                CaseId = table.Column<string>(type: "text", nullable: false),
                Author = table.Column<string>(type: "text", nullable: false),
                AcceptedBy = table.Column<string>(type: "text", nullable: false),
                Why = table.Column<string>(type: "text", nullable: false),
                AcceptedTicks = table.Column<long>(type: "bigint", nullable: false),
                Files = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_editions", x => x.Number);
            });

        migrationBuilder.CreateTable(
            name: "folders",
            columns: table => new
            {
                Workspace = table.Column<string>(type: "text", nullable: false),
                Kind = table.Column<string>(type: "text", nullable: false),
                Id = table.Column<string>(type: "text", nullable: false),
                About = table.Column<string>(type: "text", nullable: false),
                CreatedTicks = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_folders", x => new { x.Workspace, x.Kind, x.Id });
            });

        migrationBuilder.CreateTable(
            name: "plans",
            columns: table => new
            {
                Number = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Id = table.Column<string>(type: "text", nullable: false),
                Workspace = table.Column<string>(type: "text", nullable: false),
                Name = table.Column<string>(type: "text", nullable: true),
                Kept = table.Column<bool>(type: "boolean", nullable: false),
                StudyId = table.Column<string>(type: "text", nullable: false),
                DatasetId = table.Column<string>(type: "text", nullable: false),
                Origin = table.Column<string>(type: "text", nullable: false),
                ParentId = table.Column<string>(type: "text", nullable: true),
                CreatedTicks = table.Column<long>(type: "bigint", nullable: false),
                MadeBy = table.Column<string>(type: "text", nullable: false),
                Recipe = table.Column<string>(type: "text", nullable: true),
                StudyText = table.Column<string>(type: "text", nullable: false),
                Changes = table.Column<string>(type: "text", nullable: false),
                Head = table.Column<string>(type: "text", nullable: false),
                PlanHash = table.Column<string>(type: "text", nullable: false),
                MemoryHash = table.Column<string>(type: "text", nullable: true),
                Version = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_plans", x => x.Number);
            });

        migrationBuilder.CreateTable(
            name: "studies",
            columns: table => new
            {
                Workspace = table.Column<string>(type: "text", nullable: false),
                Id = table.Column<string>(type: "text", nullable: false),
                DatasetId = table.Column<string>(type: "text", nullable: false),
                Text = table.Column<string>(type: "text", nullable: false),
                CreatedTicks = table.Column<long>(type: "bigint", nullable: false),
                Version = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_studies", x => new { x.Workspace, x.Id });
            });

        migrationBuilder.CreateTable(
            name: "tokens",
            columns: table => new
            {
                Id = table.Column<string>(type: "text", nullable: false),
                Hash = table.Column<string>(type: "text", nullable: false),
                Holder = table.Column<string>(type: "text", nullable: false),
                Workspace = table.Column<string>(type: "text", nullable: false),
                Role = table.Column<int>(type: "integer", nullable: false),
                CreatedTicks = table.Column<long>(type: "bigint", nullable: false),
                ExpiresTicks = table.Column<long>(type: "bigint", nullable: false),
                RevokedTicks = table.Column<long>(type: "bigint", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tokens", x => x.Id);
            });

        migrationBuilder.CreateIndex(
            name: "IX_editions_Workspace_CaseId",
            table: "editions",
            columns: new[] { "Workspace", "CaseId" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_plans_Id",
            table: "plans",
            column: "Id",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_plans_StudyId",
            table: "plans",
            column: "StudyId");

        migrationBuilder.CreateIndex(
            name: "IX_plans_Workspace",
            table: "plans",
            column: "Workspace");

        migrationBuilder.Sql(
            """
            CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit log is only added to'; END $$;
            CREATE TRIGGER audit_is_not_altered BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_only_added_to();
            """);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "audit");

        migrationBuilder.DropTable(
            name: "cases");

        migrationBuilder.DropTable(
            name: "contents");

        migrationBuilder.DropTable(
            name: "editions");

        migrationBuilder.DropTable(
            name: "folders");

        migrationBuilder.DropTable(
            name: "plans");

        migrationBuilder.DropTable(
            name: "studies");

        migrationBuilder.DropTable(
            name: "tokens");
    }
}
