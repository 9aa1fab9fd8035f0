namespace Trunkline.Domain;

/// <summary>A mass of CO2 in metric tonnes. Whether captured, moved or stored, the field's name says.</summary>
public readonly record struct Tonnes(double Value) : IQuantity<Tonnes>
{
    public static string Unit => "t";

    public static Tonnes Of(double value) => new(value);

    public override string ToString() => this.Text();
}

/// <summary>A steady rate of CO2 in metric tonnes per year.</summary>
public readonly record struct TonnesPerYear(double Value) : IQuantity<TonnesPerYear>
{
    public static string Unit => "t/y";

    /// <summary>The same rate in million tonnes per year, for people.</summary>
    public double Megatonnes => Value / 1e6;

    public static TonnesPerYear Of(double value) => new(value);

    /// <summary>A rate given in million tonnes per year.</summary>
    public static TonnesPerYear FromMegatonnes(double value) => new(value * 1e6);

    public static Tonnes operator *(TonnesPerYear rate, Years time) => new(rate.Value * time.Value);

    public override string ToString() => this.Text();
}

/// <summary>Real money in the study's dollar year. Nominal money exists only in the register and is converted on entry.</summary>
public readonly record struct Usd(double Value) : IQuantity<Usd>
{
    public static string Unit => "$";

    public static Usd Of(double value) => new(value);

    public static UsdPerTonne operator /(Usd money, Tonnes mass) => new(money.Value / mass.Value);

    public override string ToString() => this.Text();
}

/// <summary>Real money each year, in the study's dollar year.</summary>
public readonly record struct UsdPerYear(double Value) : IQuantity<UsdPerYear>
{
    public static string Unit => "$/y";

    public static UsdPerYear Of(double value) => new(value);

    public static Usd operator *(UsdPerYear rate, Years time) => new(rate.Value * time.Value);

    public override string ToString() => this.Text();
}

/// <summary>Real money per tonne of CO2, in the study's dollar year.</summary>
public readonly record struct UsdPerTonne(double Value) : IQuantity<UsdPerTonne>
{
    public static string Unit => "$/t";

    public static UsdPerTonne Of(double value) => new(value);

    public static Usd operator *(UsdPerTonne price, Tonnes mass) => new(price.Value * mass.Value);

    public static Usd operator *(Tonnes mass, UsdPerTonne price) => price * mass;

    public static UsdPerYear operator *(UsdPerTonne price, TonnesPerYear rate) => new(price.Value * rate.Value);

    public override string ToString() => this.Text();
}

/// <summary>A distance on the ground in kilometres.</summary>
public readonly record struct Kilometres(double Value) : IQuantity<Kilometres>
{
    public static string Unit => "km";

    public static Kilometres Of(double value) => new(value);

    public override string ToString() => this.Text();
}

/// <summary>A span of time in years; fractions allowed.</summary>
public readonly record struct Years(double Value) : IQuantity<Years>
{
    public static string Unit => "y";

    public static Years Of(double value) => new(value);

    public override string ToString() => this.Text();
}

/// <summary>A share of a whole, 0 to 1. A percentage is this times a hundred, written only for people.</summary>
public readonly record struct Fraction(double Value) : IQuantity<Fraction>
{
    public static string Unit => "1";

    public static Fraction Of(double value) => new(value);

    public override string ToString() => this.Text();
}
