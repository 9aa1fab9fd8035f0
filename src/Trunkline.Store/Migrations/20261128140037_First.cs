using Microsoft.EntityFrameworkCore.Migrations;

namespace Trunkline.Store.Migrations;

/// <summary>The first tables.</summary>
public partial class First : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "contents",
            columns: table => new
            {
                Hash = table.Column<string>(type: "TEXT", nullable: false),
                Packed = table.Column<byte[]>(type: "BLOB", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_contents", x => x.Hash);
            });

        migrationBuilder.CreateTable(
            name: "folders",
            columns: table => new
            {
                Kind = table.Column<string>(type: "TEXT", nullable: false),
                Id = table.Column<string>(type: "TEXT", nullable: false),
                About = table.Column<string>(type: "TEXT", nullable: false),
                CreatedTicks = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_folders", x => new { x.Kind, x.Id });
            });

        migrationBuilder.CreateTable(
            name: "plans",
            columns: table => new
            {
                Number = table.Column<long>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Id = table.Column<string>(type: "TEXT", nullable: false),
                Name = table.Column<string>(type: "TEXT", nullable: true),
                Kept = table.Column<bool>(type: "INTEGER", nullable: false),
                StudyId = table.Column<string>(type: "TEXT", nullable: false),
                DatasetId = table.Column<string>(type: "TEXT", nullable: false),
                Origin = table.Column<string>(type: "TEXT", nullable: false),
                ParentId = table.Column<string>(type: "TEXT", nullable: true),
                CreatedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                StudyText = table.Column<string>(type: "TEXT", nullable: false),
                Changes = table.Column<string>(type: "TEXT", nullable: false),
                Head = table.Column<string>(type: "TEXT", nullable: false),
                PlanHash = table.Column<string>(type: "TEXT", nullable: false),
                MemoryHash = table.Column<string>(type: "TEXT", nullable: true),
                Version = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_plans", x => x.Number);
            });

        migrationBuilder.CreateTable(
            name: "studies",
            columns: table => new
            {
                Id = table.Column<string>(type: "TEXT", nullable: false),
                DatasetId = table.Column<string>(type: "TEXT", nullable: false),
                Text = table.Column<string>(type: "TEXT", nullable: false),
                CreatedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                Version = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_studies", x => x.Id);
            });

        migrationBuilder.CreateIndex(
            name: "IX_plans_Id",
            table: "plans",
            column: "Id",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_plans_StudyId",
            table: "plans",
            column: "StudyId");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "contents");

        migrationBuilder.DropTable(
            name: "folders");

        migrationBuilder.DropTable(
            name: "plans");

        migrationBuilder.DropTable(
            name: "studies");
    }
}
