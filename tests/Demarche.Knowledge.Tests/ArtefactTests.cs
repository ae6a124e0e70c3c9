using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Artefact;
using Xunit;

namespace Demarche.Knowledge.Tests;

public sealed class ArtefactTests
{
    [Fact]
    public void WhatWasCompiledIsRead()
    {
        var knowledge = KnowledgeBase.Load(Sources.Artefact());
        Assert.Equal("Arland", knowledge.Actors.Find("ARL")?.Name);
        Assert.Equal(64, knowledge.Hash.Length);
        Assert.Equal(6, knowledge.Places.Count - 1);
    }

    [Fact]
    public void TheSameTextGivesTheSameBytes() =>
        Assert.Equal(File.ReadAllBytes(Sources.Artefact()), File.ReadAllBytes(Sources.Artefact()));

    [Fact]
    public void AMissingArtefactIsNamed()
    {
        var e = Assert.Throws<KnowledgeException>(() => KnowledgeBase.Load(Path.Combine(Path.GetTempPath(), "no-such-knowledge.bin")));
        Assert.Equal(KnowledgeFault.ArtefactMissing, e.Fault);
        Assert.Contains("install", e.Message);
    }

    [Theory]
    [InlineData(0, KnowledgeFault.ArtefactDamaged)]
    [InlineData(8, KnowledgeFault.ArtefactNewer)]
    [InlineData(-20, KnowledgeFault.ArtefactDamaged)]
    public void AChangedByteIsNoticed(int at, KnowledgeFault fault)
    {
        var file = Sources.Artefact();
        var bytes = File.ReadAllBytes(file);
        bytes[at < 0 ? bytes.Length + at : at] ^= 0x40;
        File.WriteAllBytes(file, bytes);
        var e = Assert.Throws<KnowledgeException>(() =>
        {
            var k = KnowledgeBase.Load(file);
            _ = (k.Actors, k.Places);
            foreach (var s in KnowledgeSections.All) ArtefactFile.Read(file).Bytes(s);
        });
        Assert.Equal(fault, e.Fault);
        Assert.False(e.IsUsersData);
    }

    [Fact]
    public void ACutFileIsNoticed()
    {
        var file = Sources.Artefact();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..100]);
        Assert.Equal(KnowledgeFault.ArtefactDamaged, Assert.Throws<KnowledgeException>(() => KnowledgeBase.Load(file)).Fault);
    }

    [Fact]
    public void AnOverlayAddsAndChanges()
    {
        var knowledge = KnowledgeBase.Load(Sources.Artefact(), [Overlay("""
            state EEE "Eland"
              adjectives: Elandian
            person anna-ruk
              role EEE president 2015..
            group grey-wolves "Grey Wolves Front"
              sectors: OPP
            """)]);
        var day = new DateOnly(2020, 1, 1).DayNumber;
        Assert.NotNull(knowledge.Actors.Find("EEE"));
        Assert.Equal("Borovia", knowledge.Actors.Find("BRV")?.Name);
        Assert.Equal(["OPP"], knowledge.Actors.SectorsOn(knowledge.Actors.Find("grey-wolves")!, day));
        Assert.Contains(knowledge.Actors.Find("anna-ruk")!.Facts, f => f.Kind == FactKind.Role && f.HoldsOn(day));
        Assert.Equal("Anna Ruk", knowledge.Actors.Find("anna-ruk")!.Name);
        Assert.NotEqual(0, knowledge.Places.Count);
    }

    [Fact]
    public void ABrokenOverlayIsNamedAndTheBuiltInStillLoads()
    {
        var file = Sources.Artefact();
        var e = Assert.Throws<KnowledgeException>(() => KnowledgeBase.Load(file, [Overlay("state EEE \"Eland\"\n  borders: QQQ\n")]));
        Assert.Equal(("KN023", 2, 12), (e.Diagnostics[0].Code, e.Diagnostics[0].Line, e.Diagnostics[0].Column));
        Assert.True(e.IsUsersData);
        Assert.Equal("Arland", KnowledgeBase.Load(file).Actors.Find("ARL")?.Name);
    }

    [Fact]
    public void AnEmptyOverlayFolderIsNamed()
    {
        var folder = Directory.CreateTempSubdirectory("overlay").FullName;
        Assert.Equal(KnowledgeFault.FolderEmpty, Assert.Throws<KnowledgeException>(() => KnowledgeBase.Load(Sources.Artefact(), [folder])).Fault);
    }

    private static string Overlay(string text)
    {
        var folder = Directory.CreateTempSubdirectory("overlay").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "actors"));
        File.WriteAllText(Path.Combine(folder, "actors", "mine.txt"), text);
        return folder;
    }
}
